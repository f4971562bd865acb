/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "audit/input/overlap.h"

struct result_file {
    const char *name; /* borrowed from the options */
    dev_t device;
    ino_t inode;
    bool met;
};

struct overlap {
    struct result_file *list;
    size_t count;
};

struct overlap *overlap_open(const struct input_options *options)
{
    struct overlap *overlap = calloc(1, sizeof *overlap);
    struct stat st;

    if (!overlap)
        out_of_memory();
    overlap->list = malloc((options->result_count + 1) * sizeof *overlap->list);
    if (!overlap->list)
        out_of_memory();
    for (size_t i = 0; i < options->result_count; i++)
        if (stat(options->results[i], &st) == 0 && S_ISREG(st.st_mode))
            overlap->list[overlap->count++] = (struct result_file){
                .name = options->results[i], .device = st.st_dev, .inode = st.st_ino};
    return overlap;
}

void overlap_close(struct overlap *overlap)
{
    if (!overlap)
        return;
    free(overlap->list);
    free(overlap);
}

bool overlap_meets(struct overlap *overlap, const char *path)
{
    struct stat st;

    if (overlap->count == 0 || stat(path, &st) != 0)
        return false;
    for (size_t i = 0; i < overlap->count; i++) {
        struct result_file *file = &overlap->list[i];
        if (file->device != st.st_dev || file->inode != st.st_ino)
            continue;
        file->met = true;
        return true;
    }
    return false;
}

bool overlap_has(const struct overlap *overlap, const char *result)
{
    for (size_t i = 0; i < overlap->count; i++)
        if (overlap->list[i].met && strcmp(overlap->list[i].name, result) == 0)
            return true;
    return false;
}
