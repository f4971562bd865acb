# SPDX-License-Identifier: MIT
# For cases about results: three companies and a small pack of their own in $TMP, and there.
cp -r ../pack-tiny/pack "$TMP/pack"
cd "$TMP" || exit 1
printf '[company]\nname = Cheap\n[cost]\nfee = 50 USD @S1 p.2\n[people]\nleave = yes\ntold = yes\n[source S1]\ntitle = Form\n' >cheap.ini
printf '[company]\nname = Dear\n[cost]\nfee = 60 USD\n[people]\nleave = yes\ntold = yes\n' >dear.ini
printf '[company]\nname = Silent\n[people]\nleave = yes\ntold = no\n' >silent.ini
