//! Someone you trust: a name and a number.

use std::rc::Rc;

use web_sys::HtmlInputElement;

use crate::browser::pages::dom::{self, El, Place, button, el, message};
use crate::browser::store::{self, Area};
use crate::message::Trusted;
use crate::settings::{Loaded, NotTrusted as Wrong, TRUSTED};

/// A number that nobody has (Ofcom keeps it free for drama), as an example.
const EXAMPLE: &str = "020 7946 0000";

/// The form.
pub fn form(loaded: &Loaded) -> El {
    let person = loaded.settings.trusted.clone();
    let (name, number) = person.map_or_else(Default::default, |p| (p.name, p.number));
    let locked = loaded.is_locked(TRUSTED);
    let known = !name.is_empty();
    let (name, name_label) = Field::new("name", "options_name", &name, locked);
    let (number, number_label) = Field::new("tel", "options_number", &number, locked);
    let fields = el("form")
        .attr("novalidate", "")
        .with([name_label, number_label]);
    if locked {
        return fields.with(el("p").say("options_locked"));
    }
    let form = Rc::new(Form {
        name,
        number,
        remove: Place::of(el("span")),
        said: Place::of(el("p").class("said").attr("role", "status")),
    });
    form.offer_removal(known);
    let save = el("button").class("primary").say("options_save");
    let actions = el("div").class("actions").with(save).place(&form.remove);
    let said = Rc::clone(&form.said);
    fields
        .with(actions)
        .place(&said)
        .on_submit(move || form.submit())
}

/// What the buttons work with.
struct Form {
    name: Field,
    number: Field,
    remove: Rc<Place>,
    said: Rc<Place>,
}

impl Form {
    fn submit(self: &Rc<Self>) {
        self.name.complain(None);
        self.number.complain(None);
        match Trusted::new(&self.name.input.value(), &self.number.input.value()) {
            Ok(person) => self.save(Some(person)),
            Err(Wrong::NoName) => self.name.complain(Some("options_no_name")),
            Err(Wrong::NameTooLong) => self.name.complain(Some("options_too_long")),
            Err(Wrong::NoNumber) => self.number.complain(Some("options_no_number")),
            Err(Wrong::NumberTooLong) => self.number.complain(Some("options_too_long")),
        }
    }

    fn save(self: &Rc<Self>, person: Option<Trusted>) {
        let form = Rc::clone(self);
        dom::run(async move {
            form.said.say("");
            store::write(Area::Local, TRUSTED, &person).await?;
            let said = match person {
                Some(_) => "options_saved",
                None => "options_removed",
            };
            form.said.say(&message(said, &[]));
            form.offer_removal(person.is_some());
            Ok(())
        });
    }

    /// There is something to remove, or there is not.
    fn offer_removal(self: &Rc<Self>, known: bool) {
        let form = Rc::clone(self);
        let remove = move || {
            for field in [&form.name, &form.number] {
                field.input.set_value("");
                field.complain(None);
            }
            form.name.input.focus().ok();
            form.save(None);
        };
        self.remove
            .show(known.then(|| button("options_remove", remove)));
    }
}

/// A field with its label and what is wrong with it.
struct Field {
    input: HtmlInputElement,
    complaint: Rc<Place>,
}

impl Field {
    /// `kind` is the field's id; `tel` is its type, too.
    fn new(kind: &str, label: &str, value: &str, locked: bool) -> (Self, El) {
        let wrong = format!("{kind}-wrong");
        let complaint = Place::of(el("p").class("wrong").attr("id", &wrong));
        let input = el("input")
            .attr("id", kind)
            .attr("autocomplete", "off")
            .attr("type", if kind == "tel" { "tel" } else { "text" })
            .attr("aria-describedby", &wrong);
        let node: HtmlInputElement = input.node();
        node.set_value(value);
        node.set_read_only(locked);
        let field = Self {
            input: node,
            complaint: Rc::clone(&complaint),
        };
        let shown = el("div")
            .class("field")
            .with(el("label").attr("for", kind).say(label))
            .with(input)
            .place(&complaint);
        (field, shown)
    }

    /// Says what is wrong, or that nothing is.
    fn complain(&self, id: Option<&str>) {
        let words = id.map(|id| message(id, &[EXAMPLE])).unwrap_or_default();
        self.complaint.say(&words);
        let wrong = if id.is_some() { "true" } else { "false" };
        self.input.set_attribute("aria-invalid", wrong).ok();
        if id.is_some() {
            self.input.focus().ok();
        }
    }
}
