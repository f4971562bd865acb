/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <unistd.h>

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

static bool make_timer(struct watchdog *dog)
{
    struct sigevent event = {
        .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGVTALRM, .sigev_value.sival_ptr = dog};

    if (timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &dog->timer) != 0)
        return false;
    dog->owner = getpid();
    return true;
}

bool watchdog_open(struct watchdog *dog, watchdog_fn *fn, void *context)
{
    struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_RESTART};

    dog->fn = fn;
    dog->context = context;
    sigemptyset(&action.sa_mask);
    return sigaction(SIGVTALRM, &action, NULL) == 0 && make_timer(dog);
}

bool watchdog_start(struct watchdog *dog, long milliseconds)
{
    struct timespec step = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    struct itimerspec when = {.it_interval = step, .it_value = step};

    if (dog->owner != getpid()) {
        dog->runs = false;
        if (!make_timer(dog))
            return false;
    }
    dog->runs = dog->runs || timer_settime(dog->timer, 0, &when, NULL) == 0;
    return dog->runs;
}

void watchdog_close(struct watchdog *dog)
{
    if (dog->owner == getpid())
        timer_delete(dog->timer);
}
