#include "cli/cli.h"
int cmd_completion(const struct options *options)
{
    (void)options;
    return 0;
}
