//! Every scenario in both browsers; the test's name says which.

mod accessible;
mod bad_input;
mod downloads;
mod fixtures;
mod hostile;
mod keys;
mod kinds;
mod parity;
mod places;
mod unseen;
mod ways;

use std::process::ExitCode;

use anyhow::Result;
use libtest_mimic::Arguments;
use ringfence_browser_tests::browser::Engine;
use ringfence_browser_tests::shared::Shared;

/// One trial a browser for each scenario, the browsers in turn, so that two
/// threads drive two browsers.
macro_rules! trials {
    ($browsers:expr; $($module:ident: $($scenario:ident),+;)+) => {{
        let mut trials = Vec::new();
        $($(for browser in &$browsers {
            trials.push(browser.trial(stringify!($scenario), $module::$scenario));
        })+)+
        trials
    }};
}

/// The same, left out unless asked for.
macro_rules! ignored {
    ($($of:tt)*) => {
        trials!($($of)*)
            .into_iter()
            .map(|trial| trial.with_ignored_flag(true))
    };
}

fn main() -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(2);
    let browsers = [
        Shared::new(Engine::Chromium)?,
        Shared::new(Engine::Firefox)?,
    ];
    let mut trials = trials! { browsers;
        kinds: fake_payment, fake_sign_in, call_this_number, remote_tool_push, scare_screen, vendor_page,
            honest_article, honest_helpdesk, honest_shop_with_amazon_pay, amazon_itself;
        places: form_appears_late, page_builds_itself, open_shadow_root, frame_from_srcdoc,
            threat_in_a_frame, policy_forbids_everything;
        ways: get_me_out, recovery_opens, on_the_phone_leads_to_recovery, pass_after_the_pause;
        keys: keyboard_is_held, keyboard_get_me_out, keyboard_recovery, keyboard_pass;
        hostile: overlay_removed;
        downloads: remote_tool_refused, remote_tool_kept, honest_program;
        unseen: no_request_leaves, nothing_is_web_accessible;
        accessible: own_pages;
        fixtures: every_scam_page;
    };
    // Not green in both browsers yet, or minutes long: run with `--ignored`.
    // CONTRIBUTING.md says what is known of each.
    trials.extend(ignored! { browsers;
        hostile: every_attack;
        unseen: page_cannot_tell;
        accessible: overlay;
        bad_input: heavy_pages_do_not_hang;
        parity: collector_equals_native_twin;
        fixtures: every_honest_page;
    });
    let conclusion = libtest_mimic::run(&arguments, trials);
    for browser in browsers {
        browser.end();
    }
    Ok(conclusion.exit_code())
}
