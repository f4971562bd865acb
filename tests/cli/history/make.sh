# Four audits into $TMP/h.sqlite, whose companies change from one to the next; for the cases history-*.
pack=$(pwd)/../pack-tiny/pack
cd "$TMP" && mkdir in || exit 99
company() {
    printf '[company]\nname = %s\n[cost]\nfee = %s\n[people]\nleave = %s\ntold = %s\n' "$2" "$3" "$4" "$5" >"in/$1.ini"
}
audit() {
    plumbline audit --pack "$pack" --db h.sqlite -q "$@" in >/dev/null 2>&1
}
company acme Acme "40 USD" yes yes
company beta "Beta Ltd" "60 USD" no no
company gamma Gamma '?' '?' '?'
company delta Delta "40..60 USD" yes no
audit
company acme Acme "60 USD" yes yes
company beta "Beta Ltd" "60 USD" yes no
company gamma Gamma "10 USD" '?' '?'
echo 'fees = 3' >>in/delta.ini
audit --as-of 2024-06-01
audit --as-of 2024-05-02
printf '[points]\nPE02 = 20\n' >points.ini
company delta Delta "40 USD" yes no
audit --as-of 2024-07-01 --points points.ini --fail-under 50
