//! Every scenario in both browsers; the test's name says which.

mod accessible;
mod bad_input;
mod calm;
mod documents;
mod downloads;
mod fixtures;
mod forms;
mod frames;
mod gate;
mod hostile;
mod keys;
mod keys_own;
mod kinds;
mod links;
mod parity;
mod passes;
mod places;
mod printing;
mod recovery;
mod speech;
mod starting;
mod starved;
mod unseen;
mod ways;

use std::process::ExitCode;

use anyhow::Result;
use libtest_mimic::Arguments;
use ringfence_browser_tests::browser::Engine;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::shared::Shared;
use ringfence_browser_tests::stage::Stage;

/// One trial a browser for each scenario, the browsers in turn.
macro_rules! trials {
    ($browsers:expr; $($module:ident: $($scenario:ident),+;)+) => {{
        let mut trials = Vec::new();
        $($(for browser in &$browsers {
            trials.push(browser.trial(stringify!($scenario), $module::$scenario));
        })+)+
        trials
    }};
}

/// One trial a browser for each `(name, page)`, which the scenario is given.
macro_rules! each {
    ($browsers:expr; $pages:expr => $scenario:path) => {{
        let mut trials = Vec::new();
        for (name, page) in $pages {
            for browser in &$browsers {
                let page = page.clone();
                let scenario = async move |stage: &Stage| $scenario(stage, &page).await;
                trials.push(browser.trial(&name, scenario));
            }
        }
        trials
    }};
}

/// The pages of `tests/pages/CLASS` by their names.
fn pages(class: &str) -> Result<impl Iterator<Item = (String, Fixture)>> {
    let all = Fixture::all(class)?.into_iter();
    Ok(all.map(|fixture| (fixture.name.clone(), fixture)))
}

fn main() -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    // Each waits for its browser: enough that neither browser does.
    arguments.test_threads.get_or_insert(4);
    let browsers = [
        Shared::new(Engine::Chromium)?,
        Shared::new(Engine::Firefox)?,
    ];
    let mut trials = trials! { browsers;
        kinds: fake_payment, fake_sign_in, call_this_number, remote_tool_push, scare_screen, vendor_page,
            honest_article, honest_helpdesk, honest_shop_with_amazon_pay, amazon_itself;
        places: form_appears_late, timers_are_stopped, page_builds_itself, open_shadow_root, shadow_root_in_a_long_page, closed_shadow_root, late_shadow_roots, text_in_pieces, frame_from_srcdoc,
            threat_in_a_frame, policy_forbids_everything;
        forms: weighs_the_same;
        frames: frame_alone, frame_resists, frame_comes_back;
        documents: xhtml, svg, xml, frameset, object_and_embed;
        ways: get_me_out, left_page_is_reached_again, recovery_opens, on_the_phone_leads_to_recovery, pass_after_the_pause;
        keys: keyboard_is_held, keyboard_get_me_out, keyboard_recovery, keyboard_question, keyboard_pass,
            keyboard_caution_back, keyboard_caution_told, keyboard_caution_work, keyboard_caution_go_on,
            keyboard_own_page_pass, keyboard_own_page_out, keyboard_download,
            keyboard_typing_is_no_answer;
        keys_own: keyboard_reaches_all, keyboard_options, keyboard_recovery_page, keyboard_panel,
            keyboard_download_told, keyboard_own_page_question;
        calm: page_is_calm, background_is_stopped, form_is_not_sent, sleep_is_no_fight, pointer_is_freed, back_from_the_cache;
        speech: speech_stops;
        hostile: overlay_removed, closed_for_good, blind_clicks_pass_nothing;
        links: clicked_link_goes_on, clicked_link_for_work;
        downloads: remote_tool_refused, remote_tool_kept, page_in_danger, page_in_danger_before, honest_program,
            closed_question_is_asked_again, one_question_a_page, other_names, helper_of_a_caller;
        passes: pass_holds_for_what_was_seen, pass_holds_no_further_on_the_site;
        printing: prints_on_one_page, prints_on_one_page_in_german;
        recovery: keeps_what_is_ticked, someone_to_ring, file_is_deleted, shortcut_opens_it,
            notification_when_all_fails;
        starting: policy_is_silent;
        starved: starved_by_tasks, starved_by_continuations, starved_by_nobody;
        unseen: no_request_leaves, nothing_is_web_accessible, page_cannot_tell, page_cannot_time_us;
        accessible: own_pages, overlay, all_is_in_reach_at_400, headline_shows_in_the_smallest_window;
        gate: gate_lets_alarms_through, gate_ends_an_article;
        parity: collector_equals_native_twin;
    };
    trials.extend(each!(browsers; bad_input::heavy_pages() => bad_input::does_not_hang));
    trials.extend(each!(browsers; pages("scam")? => fixtures::is_warned));
    trials.extend(each!(browsers; pages("benign")? => fixtures::is_met));
    trials.extend(each!(browsers; pages("hostile")? => hostile::withstands));
    let conclusion = libtest_mimic::run(&arguments, trials);
    for browser in browsers {
        browser.end();
    }
    Ok(conclusion.exit_code())
}
