//! The time that work takes of a core.

use std::time::Duration;

/// What this thread has spent on a core so far; what other programs take of it
/// in between does not count. Clock: POSIX `CLOCK_THREAD_CPUTIME_ID`.
#[cfg(unix)]
pub(super) fn spent() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let now = clock_gettime(ClockId::ThreadCPUTime);
    let (seconds, nanos) = (now.tv_sec.try_into(), now.tv_nsec.try_into());
    Duration::new(seconds.unwrap_or_default(), nanos.unwrap_or_default())
}

/// Without such a clock: the time since the first call.
#[cfg(not(unix))]
pub(super) fn spent() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
