/* SPDX-License-Identifier: MIT */
#include "audit/company.h"

static bool read_text(const struct company *company, const struct schema *schema,
                      const struct profile_options *options, struct arena *arena,
                      struct profile *out, struct faults *faults)
{
    struct profile_options own = *options;

    own.first_line = company->line;
    return profile_parse(company->text, company->name, schema, &own, arena, out, faults);
}

bool company_read(const struct company *company, const struct schema *schema,
                  const struct profile_options *options, struct arena *arena,
                  struct profile *out, struct faults *faults, struct error *err)
{
    switch (company->form) {
    case COMPANY_FILE:
        return profile_load(company->path, schema, options, arena, out, faults, err);
    case COMPANY_FAULT:
        return error_set(err, ERROR_PROFILE, company->name, company->line, "%.*s",
                         (int)company->text.len, company->text.at);
    default:
        err->kind = ERROR_PROFILE;
        err->message[0] = '\0';
        return read_text(company, schema, options, arena, out, faults);
    }
}
