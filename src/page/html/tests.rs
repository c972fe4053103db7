//! What `docs/collector.md` promises, one rule a test.

use super::collect;
use crate::page::{Field, FrameKind, PageFacts};

fn page(html: &str) -> PageFacts {
    collect(html.as_bytes(), "https://shop.example/a/b?c").remove(0)
}

fn text(html: &str) -> String {
    page(html).text
}

fn field(html: &str) -> Field {
    let page = page(html);
    let in_forms = page.forms.into_iter().flat_map(|form| form.fields);
    in_forms.chain(page.fields).next().expect("a field")
}

#[test]
fn inline_elements_join_and_blocks_part() {
    assert_eq!(
        text("<b>Am</b><i>az</i><x-y>on</x-y><p>Prime<li>now<br>or never"),
        "Amazon Prime now or never"
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    assert_eq!(
        text(
            "a<script>b</script><style>c</style><noscript>d</noscript><template>e</template>\
              <select><option>f</select><textarea>g</textarea><iframe>h</iframe><!-- i -->j"
        ),
        "aj",
    );
}

#[test]
fn names_stand_in_their_place() {
    assert_eq!(
        text(
            "<img alt=Amazon><a aria-label='Sign in'></a><svg><title>Prime</title></svg>\
              <input type=submit value=Pay><input type=text value=typed>"
        ),
        "Amazon Sign in Prime Pay",
    );
    assert_eq!(text("<img alt=Am>a<img alt=z>on"), "Amazon");
}

#[test]
fn shadow_roots_are_part_of_the_page() {
    let facts = page(
        "<x-form>after<template shadowrootmode=open><h2>Before</h2><input name=card></template></x-form>",
    );
    assert_eq!(facts.text, "Before after");
    assert_eq!(facts.headings, ["Before"]);
    assert_eq!(facts.fields[0].name, "card");
}

#[test]
fn head_and_tail_of_a_long_text_are_kept() {
    let text = text(&format!(
        "<p>first{}<p>last",
        "<p>some words of é".repeat(20_000)
    ));
    assert!(text.starts_with("first some") && text.ends_with("words of é last"));
    let limit = crate::page::limits::TEXT_HEAD + crate::page::limits::TEXT_TAIL;
    assert!((limit - 4..=limit).contains(&text.len()), "{}", text.len());
}

#[test]
fn labels_are_found_in_order() {
    assert_eq!(
        field("<label for=n>Card</label><input id=n aria-label=no>").label,
        "Card"
    );
    assert_eq!(field("<label>Card <input></label>").label, "Card");
    assert_eq!(
        field("<p id=a>Card<p id=b>number<p><input aria-labelledby='a b'>").label,
        "Card number"
    );
    assert_eq!(field("<input aria-label=Card>").label, "Card");
    assert_eq!(field("<input><label>Card</label>").label, "Card");
    assert_eq!(
        field("<tr><td>Card <b>number</b>:<td><input>").label,
        "Card number:"
    );
    assert_eq!(
        field("<p>Pay now<div><div>Card</div></div><div><input></div>").label,
        "Card"
    );
    assert_eq!(field("Card<form><input></form>").label, "");
}

#[test]
fn fields_go_to_the_form_that_sends_them() {
    let facts = page(
        "<table><form id=f action=/send method=POST><tr><td><input name=a></form></table>\
         <input name=b form=f><input name=c><input type=hidden name=d><button>Go</button>",
    );
    let names = |fields: &[Field]| fields.iter().map(|f| f.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&facts.forms[0].fields), ["a", "b"]);
    assert_eq!(names(&facts.fields), ["c"]);
    assert_eq!(facts.forms[0].action, "https://shop.example/send");
    assert_eq!(facts.forms[0].method, "post");
    assert_eq!(facts.buttons, ["Go"]);
}

#[test]
fn elements_that_act_as_fields_are_fields() {
    let kind = |html| field(html).kind;
    assert_eq!(
        kind("<div contenteditable><p contenteditable=true>x</p></div>"),
        "contenteditable"
    );
    assert_eq!(kind("<div role=textbox></div>"), "textbox");
    assert_eq!(kind("<ion-input placeholder=Card></ion-input>"), "textbox");
    assert_eq!(
        kind("<ion-input placeholder=Card><input type=TEL></ion-input>"),
        "tel"
    );
}

#[test]
fn suspicious_links_come_first() {
    let facts = page(
        "<a href=/x>X</a><a href=setup.EXE?y>Get</a><a href='get?f=a.msi&y'>Get</a><a href=tel:0800>Call</a>\
         <a href=anydesk:1>Join</a>",
    );
    let hrefs: Vec<_> = facts.links.iter().map(|link| link.href.as_str()).collect();
    assert_eq!(
        hrefs,
        [
            "https://shop.example/a/setup.EXE?y",
            "https://shop.example/a/get?f=a.msi&y",
            "tel:0800",
            "anydesk:1",
            "https://shop.example/x"
        ]
    );
}

#[test]
fn scripts_are_read_by_name_only() {
    let facts = page(
        "<meta http-equiv=Refresh content='0; URL=/next'><script>location.href='\\/files\\/Support.exe';\
         alert('x'); document.body.requestFullscreen()</script><style>*{cursor : none}</style>\
         <body onbeforeunload=\"return confirm('stay')\"><script type=application/json>\"no.exe\"</script>",
    );
    assert_eq!(
        facts.script_links,
        [
            "https://shop.example/next",
            "https://shop.example/files/Support.exe"
        ]
    );
    assert!(facts.api.fullscreen && facts.api.hides_pointer && facts.api.starts_download);
    assert_eq!(facts.api.dialogs, 2);
    assert!(!facts.api.keyboard_lock && !facts.api.sound && !facts.api.display_media);
}

#[test]
fn frames_that_stand_in_the_page_are_pages() {
    let pages = collect(
        b"<iframe srcdoc='<title>In</title><a href=x>x</a>'></iframe>\
          <iframe src='data:text/html;base64,PHRpdGxlPkRhdGE8L3RpdGxlPg=='></iframe>",
        "https://shop.example/a/",
    );
    assert_eq!(pages.len(), 3);
    assert_eq!(pages[1].title, "In");
    assert_eq!(pages[1].links[0].href, "https://shop.example/a/x");
    assert_eq!(
        (pages[1].frame, &*pages[1].url),
        (FrameKind::Sub, "about:srcdoc")
    );
    assert_eq!(pages[2].title, "Data");
    assert_eq!(pages[2].base_url, "https://shop.example/a/");
}

#[test]
fn no_page_is_too_deep_too_long_or_too_broken() {
    for (depth, end) in [(2_000, "</div>"), (20_000, "")] {
        let html = format!("{}deep{}", "<div>".repeat(depth), end.repeat(depth));
        assert_eq!(text(&html), "deep");
    }
    let formatting: String = (0..20_000).map(|n| format!("<p><b id=b{n}>")).collect();
    assert!(page(&formatting).truncated);
    let mut nested = String::from("<title>last</title>");
    for _ in 0..2_000 {
        nested = format!(
            "<iframe src=\"data:text/html,{}\"></iframe>",
            nested.replace('%', "%25").replace('"', "%22")
        );
        if nested.len() > 1_000_000 {
            break;
        }
    }
    assert!(collect(nested.as_bytes(), "not a url").len() > 2);
    assert_eq!(collect(b"", "")[0].text, "");
    assert_eq!(
        collect(b"\xff\xfe\xfd\0<p>\xc3", "https://x.example/").len(),
        1
    );
}
