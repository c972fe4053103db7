//! How each thing is done: the words, buttons and numbers under its title.

use std::rc::Rc;

use gloo::utils::window;

use super::{Page, installers};
use crate::browser::pages::dom::{El, button, el, message};
use crate::browser::pages::parts;
use crate::recovery::{self, Step};

impl Page {
    /// How to do it.
    pub(super) fn how(self: &Rc<Self>, step: Step) -> Vec<El> {
        let how = step.how(self.system());
        let say = |id: &str| el("p").say(id);
        match step {
            Step::EndSession => self.end_buttons(),
            Step::WifiOff => vec![self.choose_system(), say(how)],
            Step::DeviceOff => vec![say("recovery_photo"), print(), say(how)],
            Step::Bank => vec![
                el("p").class("number").with(parts::number("159")),
                say(how),
                say("recovery_bank_never"),
                banks(),
            ],
            Step::File => {
                let mut shown = installers::show(&self.files);
                shown.push(say(how));
                shown
            }
            Step::Uninstall => {
                let mut lines = vec![say(how)];
                lines.extend(self.names());
                lines.push(say("recovery_remove_help"));
                lines
            }
            Step::Police => vec![el("p").say_around(
                how,
                [
                    parts::number("0300 123 2040"),
                    parts::site("reportfraud.police.uk"),
                    parts::number("101"),
                ],
            )],
            Step::Brand => vec![el("p").say_around(
                how,
                [
                    parts::site("amazon.co.uk/reportascam"),
                    parts::email("reportascam@amazon.com"),
                ],
            )],
            Step::Message => vec![el("p").say_around(
                how,
                [
                    parts::number("7726"),
                    parts::email("report@phishing.gov.uk"),
                ],
            )],
            Step::Talk => vec![
                say(how),
                el("p").say_around("recovery_talk_advice", [parts::number("0808 223 1133")]),
            ],
            _ => vec![say(how)],
        }
    }

    /// What the button that ends the session looks like.
    fn end_buttons(&self) -> Vec<El> {
        let picture = |text: &str| el("span").class("picture").text(text);
        let known = self
            .tools
            .iter()
            .filter_map(|tool| Some((tool.name, tool.end_button?)));
        let mut lines: Vec<El> = known
            .map(|(name, caption)| {
                el("p")
                    .say_with("recovery_end_tool", &[name])
                    .text(" ")
                    .with(picture(caption).attr("lang", "en"))
            })
            .collect();
        if lines.is_empty() {
            let usual = [
                "recovery_end_disconnect",
                "recovery_end_stop",
                "recovery_end_session",
            ];
            let pictures = usual.map(|id| picture(&message(id, &[])));
            lines.push(el("p").say("recovery_end_how"));
            lines.push(
                el("p")
                    .class("pictures")
                    .with(pictures)
                    .with(picture("\u{2715}")),
            );
        }
        lines.push(el("p").say("recovery_end_else"));
        lines
    }

    /// Under which names the programs may be installed.
    fn names(&self) -> Option<El> {
        let names: Vec<&str> = self
            .tools
            .iter()
            .flat_map(|tool| tool.installed_as)
            .copied()
            .collect();
        let line = || el("p").say_with("recovery_remove_names", &[&names.join(", ")]);
        (!names.is_empty()).then(line)
    }
}

fn print() -> El {
    let print = button("recovery_print", || {
        window().print().ok();
    });
    el("div").class("actions").with(print)
}

/// The banks that 159 reaches, to open.
fn banks() -> El {
    let names = recovery::banks_on_159().join(", ");
    el("details")
        .with(el("summary").say("recovery_bank_list"))
        .with(el("p").attr("lang", "en-GB").text(&names))
        .with(el("p").say("recovery_bank_other"))
}
