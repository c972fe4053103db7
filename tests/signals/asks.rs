//! What pages ask for, and numbers to ring.

use ringfence::signals::contact::{BILLED, NUMBER_TO_CALL};
use ringfence::signals::{asks::*, drawn::*};

use crate::{Case, case};

pub(super) const CASES: &[Case] = &[
    case(
        MONEY,
        "<label>Card number <input></label>",
        "<label>Membership number <input></label>",
    ),
    case(
        SECRET,
        "<input type=password>",
        "<input type=search placeholder='Password tips'>",
    ),
    case(
        LOGIN,
        "<label>Email <input></label>",
        "<label>Message <textarea></textarea></label>",
    ),
    case(
        PERSONAL,
        "<label>Phone number <input></label>",
        "<label>Number of guests <input></label>",
    ),
    case(
        RARE_SECRETS,
        "<form><label>Card PIN <input></label><label>Mother's maiden name <input></label>\
         <label>Sort code <input></label><label>Account number <input></label></form>",
        "<form><label>Sort code <input></label><label>Account number <input></label></form>",
    ),
    case(
        RARE_SECRETS,
        "<form><label>Card number <input></label><label>CVV <input></label>\
         <label>Card PIN <input></label><label>Account number <input></label></form>",
        "<form><label>Card number <input></label><label>CVV <input></label>\
         <label>Card PIN <input></label></form>",
    ),
    case(
        RARE_SECRETS,
        "<title>Check</title><label>Password <input type=password></label><label>Card number <input></label>\
         <label>CVV <input></label><label>National insurance number <input></label>",
        "<title>Check | Corvid Insurance</title><label>Password <input type=password></label><label>Card number <input></label>\
         <label>CVV <input></label><label>National insurance number <input></label>",
    ),
    case(
        NUMBER_TO_CALL,
        "<p>Call us now on 0808 157 0192</p>",
        "<p>Call us. Order 0808 of 15 July 2019</p>",
    ),
    case(
        BILLED,
        "<p>Maksetaan 69,90 €. 0808 157 0192</p>",
        "<p>Maksetaan 69,90 €. 0808 157 0192</p><a href=/a>a</a><a href=/b>b</a><a href=/c>c</a><a href=/d>d</a>",
    ),
    case(
        DRAWN,
        "<title>Welcome</title><img src=p.png width=900 height=900>",
        "<title>Welcome</title><img src=p.png alt='Our shop in Leith, open until six'>",
    ),
    case(
        UNNAMED_FIELDS,
        "<img src=p.png><input>",
        "<img src=p.png><input placeholder='Your name'>",
    ),
    case(
        HOLDS,
        "<img src=p.png><script>onbeforeunload=f;history.pushState(1,'')</script>",
        "<img src=p.png><script>document.body.requestFullscreen();song.play()</script>",
    ),
];
