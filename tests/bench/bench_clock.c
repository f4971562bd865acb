/* SPDX-License-Identifier: MIT
 *
 * Preloaded under callgrind, which slows a program fifty times: clocks that go a hundred times
 * slower, so that a company is not taken for a slow one and run a second time (limits.h,
 * LIMITS_ACCEPT_US). What is counted then is what a machine at full speed does.
 */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { SLOWER = 100 };

int clock_gettime(clockid_t clock, struct timespec *out)
{
    int code = (int)syscall(SYS_clock_gettime, clock, out);
    long long ns = (out->tv_sec % 1000000LL * 1000000000LL + out->tv_nsec) / SLOWER;

    out->tv_sec = (time_t)(ns / 1000000000LL);
    out->tv_nsec = (long)(ns % 1000000000LL);
    return code;
}
