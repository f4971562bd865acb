/* SPDX-License-Identifier: MIT
 *
 * plumbline history FILE
 */
#include "audit/history/past.h"
#include "base/file.h"
#include "cli/cli.h"

struct view {
    const struct options *options;
    struct past *past;
    struct page page;
    struct json json;
};

static bool is_json(const struct view *view)
{
    return view->options->format == FORMAT_JSON;
}

static bool put_runs(struct view *view, struct error *err)
{
    struct arena arena = {0};

    (void)err;
    if (is_json(view))
        history_runs_json(&view->json, PLUMBLINE_VERSION, past_runs(view->past));
    else
        history_runs_text(&view->page, arena_printable(&arena, view->options->args[0]),
                          past_runs(view->past));
    arena_release(&arena);
    return true;
}

static bool put_company(struct view *view, struct error *err)
{
    struct past_company company;

    if (!past_company(view->past, view->options->company, &company, err))
        return false;
    if (is_json(view))
        history_company_json(&view->json, PLUMBLINE_VERSION, &company);
    else
        history_company_text(&view->page, &company);
    return true;
}

static bool put_summary(struct view *view, struct error *err)
{
    struct past_summary summary;

    if (!past_summary(view->past, view->options->run_number, &summary, err))
        return false;
    if (is_json(view))
        history_summary_json(&view->json, PLUMBLINE_VERSION, &summary);
    else
        history_summary_text(&view->page, &summary);
    return true;
}

static bool put_trends(struct view *view, struct error *err)
{
    struct past_trends trends;

    if (!past_trends(view->past, &trends, err))
        return false;
    if (is_json(view))
        history_trends_json(&view->json, PLUMBLINE_VERSION, &trends);
    else
        history_trends_text(&view->page, &trends);
    return true;
}

static int show(struct view *view)
{
    const struct options *o = view->options;
    bool (*put)(struct view *, struct error *) = o->company      ? put_company
                                                 : o->run_number ? put_summary
                                                 : o->trend      ? put_trends
                                                                 : put_runs;
    struct error err;
    int code = EXIT_USAGE;

    if (put(view, &err)) {
        buf_puts(view->page.out, is_json(view) ? "\n" : "");
        code = write_out(o, view->page.out);
    } else {
        say_error(&err);
    }
    return code;
}

static bool usage_is_sound(const struct options *o)
{
    if (o->arg_count == 0)
        say("history needs the database of an audit: plumbline history FILE");
    else if ((o->company != NULL) + (o->run_number != 0) + o->trend > 1)
        say("history shows one thing at a time: '--company', '--run' or '--trend'");
    else if (o->output && file_is_same(o->output, o->args[0]))
        say("'--output %s' would replace the history that is read", o->output);
    else
        return true;
    return false;
}

int cmd_history(const struct options *options)
{
    struct text_style style = {.width = TEXT_WIDTH, .color = wants_color(options)};
    struct buf out = BUF_INIT;
    struct view view = {options, NULL, {&out, &style, BUF_INIT}, {.out = &out}};
    struct error err;

    if (!usage_is_sound(options))
        return EXIT_USAGE;
    view.past = past_open(options->args[0], &err);
    int code = EXIT_USAGE;
    if (view.past)
        code = show(&view);
    else
        say_error(&err);
    past_close(view.past);
    buf_release(&view.page.scratch);
    buf_release(&out);
    return code;
}
