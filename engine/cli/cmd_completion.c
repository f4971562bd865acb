/* SPDX-License-Identifier: MIT
 *
 * plumbline completion bash|zsh|fish, plumbline completion words -- WORD...
 *
 * The scripts hand the words up to the cursor to 'completion words', and its answer to the
 * shell. Each knows what is odd about its shell, and nothing of plumbline.
 */
#include <string.h>

#include "cli/completion.h"

/* bash cuts words at '=' and ':' too, and replaces the last piece only: pieces without a blank
 * between them are put together, and what stands before the last piece is taken off again. */
static const char bash_script[] =
    "# plumbline completion for bash: source <(plumbline completion bash)\n"
    "_plumbline() {\n"
    "    local line=${COMP_LINE:0:COMP_POINT} rest piece current file item i\n"
    "    local -a words=()\n"
    "    for ((i = 0; i <= COMP_CWORD; i++)); do\n"
    "        rest=${line#\"${line%%[![:space:]]*}\"}\n"
    "        piece=${COMP_WORDS[i]}\n"
    "        ((i < COMP_CWORD)) || piece=$rest\n"
    "        if ((i > 0)) && [[ $rest == \"$line\" ]]; then\n"
    "            words[${#words[@]} - 1]+=$piece\n"
    "        else\n"
    "            words+=(\"$piece\")\n"
    "        fi\n"
    "        line=${rest#\"$piece\"}\n"
    "    done\n"
    "    for i in \"${!words[@]}\"; do\n"
    "        words[i]=${words[i]//[\\\\\\\"\\']/}\n"
    "        [[ ${words[i]} != '~/'* ]] || words[i]=$HOME/${words[i]#??}\n"
    "    done\n"
    "    current=${words[-1]} COMPREPLY=() piece=''\n"
    "    [[ $current =~ ^.*[=:] ]] && piece=${BASH_REMATCH[0]}\n"
    "    while IFS= read -r item; do\n"
    "        case $item in\n"
    "        :files | :folders)\n"
    "            compopt -o filenames 2>/dev/null\n"
    "            [[ $item == :files ]] && i=-f || i=-d\n"
    "            file=$current\n"
    "            [[ $file == --*=* ]] && file=${file#*=}\n"
    "            while IFS= read -r item; do COMPREPLY+=(\"$item\"); done "
    "< <(compgen \"$i\" -- \"$file\")\n"
    "            ;;\n"
    "        *)\n"
    "            item=${item%%$'\\t'*}\n"
    "            [[ $item != *= ]] || compopt -o nospace 2>/dev/null\n"
    "            COMPREPLY+=(\"${item#\"$piece\"}\")\n"
    "            ;;\n"
    "        esac\n"
    "    done < <(\"${words[0]}\" completion words -- \"${words[@]:1}\" 2>/dev/null)\n"
    "}\n"
    "complete -F _plumbline plumbline\n";

static const char zsh_script[] =
    "#compdef plumbline\n"
    "# plumbline completion for zsh: a file _plumbline in a folder of fpath\n"
    "_plumbline() {\n"
    "    local item name files=''\n"
    "    local -a closed open\n"
    "    while IFS= read -r item; do\n"
    "        name=${${item%%$'\\t'*}//:/\\\\:}\n"
    "        case $item in\n"
    "        :files) files=_files ;;\n"
    "        :folders) files=_directories ;;\n"
    "        *=$'\\t'*) open+=(\"$name:${item#*$'\\t'}\") ;;\n"
    "        *) closed+=(\"$name:${item#*$'\\t'}\") ;;\n"
    "        esac\n"
    "    done < <(\"${(Q)words[1]/#\\~\\//$HOME/}\" completion words -- "
    "\"${(@Q)words[2,CURRENT-1]/#\\~\\//$HOME/}\" \"${(Q)PREFIX}\" 2>/dev/null)\n"
    "    (( ! $#closed )) || _describe -t words word closed\n"
    "    (( ! $#open )) || _describe -t words word open -S ''\n"
    "    if [[ -n $files ]]; then\n"
    "        [[ $PREFIX != --*=* ]] || compset -P '*='\n"
    "        $files\n"
    "    fi\n"
    "}\n"
    "if [[ ${funcstack[1]} == _plumbline ]]; then\n"
    "    _plumbline \"$@\"\n"
    "else\n"
    "    compdef _plumbline plumbline\n"
    "fi\n";

static const char fish_script[] =
    "# plumbline completion for fish: plumbline completion fish | source\n"
    "function __plumbline_words\n"
    "    set -l before (commandline -opc | string replace -r '^~/' $HOME/)\n"
    "    set -l current (commandline -ct | string replace -r '^~/' $HOME/ | string unescape)\n"
    "    set -l option (string match -r -- '^--[^=]*=' $current)\n"
    "    set -l file (string replace -r -- '^--[^=]*=' '' $current)\n"
    "    for item in ($before[1] completion words -- $before[2..-1] \"$current\" 2>/dev/null)\n"
    "        switch $item\n"
    "            case :files\n"
    "                string replace -r -- '^' \"$option\" (__fish_complete_path $file)\n"
    "            case :folders\n"
    "                string replace -r -- '^' \"$option\" "
    "(__fish_complete_directories $file)\n"
    "            case '*'\n"
    "                echo $item\n"
    "        end\n"
    "    end\n"
    "end\n"
    "complete -c plumbline -f -a '(__plumbline_words)'\n";

static const struct {
    const char *shell, *script;
} scripts[] = {{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};

static bool put_script(const char *shell, struct buf *out)
{
    for (size_t i = 0; i < COUNT(scripts); i++) {
        if (strcmp(scripts[i].shell, shell) == 0) {
            buf_puts(out, scripts[i].script);
            return true;
        }
    }
    return false;
}

int cmd_completion(const struct options *options)
{
    static const char *const nothing[] = {""};
    const char *shell = options->arg_count > 0 ? options->args[0] : "";
    struct buf out = BUF_INIT;
    int code = EXIT_USAGE;

    if (strcmp(shell, "words") == 0) {
        size_t count = options->arg_count - 1;
        completion_words(count > 0 ? (const char *const *)options->args + 1 : nothing,
                         count > 0 ? count : 1, &out);
        code = write_out(options, &out);
    } else if (options->arg_count > 1) {
        say("completion has no use for '%s'", options->args[1]);
    } else if (put_script(shell, &out)) {
        code = write_out(options, &out);
    } else {
        say("completion needs a shell: bash, zsh or fish%s%s%s", *shell ? ", not '" : "", shell,
            *shell ? "'" : "");
    }
    buf_release(&out);
    return code;
}
