/* SPDX-License-Identifier: MIT
 *
 * Runs a command and says what it used, its children with it: "CPU WALL KIB" on stderr, in
 * microseconds and peak memory of the largest process.
 * Apart from bench.py because a child inherits the peak of the interpreter that starts it.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long microseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int main(int argc, char **argv)
{
    struct rusage used;
    int status = 0;
    long long started = microseconds();

    if (argc < 2)
        return 2;
    pid_t child = fork();
    if (child == 0) {
        execv(argv[1], argv + 1);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &used) < 0)
        return 1;
    long long wall = microseconds() - started;
    fprintf(stderr, "%lld %lld %ld\n",
            (long long)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000 +
                used.ru_utime.tv_usec + used.ru_stime.tv_usec,
            wall, used.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
