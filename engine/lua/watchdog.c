/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "lua/watchdog.h"

static void on_signal(int number, siginfo_t *info, void *machine)
{
    (void)number;
    (void)machine;
    if (info->si_code != SI_TIMER)
        return; /* sent by somebody else */
    struct watchdog *dog = info->si_value.sival_ptr;
    dog->fn(dog->context);
}

bool watchdog_open(struct watchdog *dog, watchdog_fn *fn, void *context)
{
    struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_RESTART};
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
                             .sigev_signo = SIGVTALRM,
                             .sigev_value.sival_ptr = dog};

    dog->fn = fn;
    dog->context = context;
    sigemptyset(&action.sa_mask);
    return sigaction(SIGVTALRM, &action, NULL) == 0 &&
           timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &dog->timer) == 0;
}

void watchdog_start(struct watchdog *dog, long milliseconds)
{
    struct itimerspec when = {.it_value = {milliseconds / 1000, milliseconds % 1000 * 1000000}};

    timer_settime(dog->timer, 0, &when, NULL);
}

void watchdog_stop(struct watchdog *dog)
{
    struct itimerspec never = {{0, 0}, {0, 0}};

    timer_settime(dog->timer, 0, &never, NULL);
}

void watchdog_close(struct watchdog *dog)
{
    timer_delete(dog->timer);
}
