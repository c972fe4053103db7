//! Marks of a scare screen. They count from two sorts of words on, so that
//! each page but the first says one thing more.

use ringfence::signals::scare::*;

use crate::{Case, case};

pub(super) const CASES: &[Case] = &[
    case(
        LOCKED,
        "<h1>This computer has been locked</h1><p>Call Microsoft Support",
        "<h1>This computer room is locked at six</h1>",
    ),
    case(
        INFECTED,
        "<p>A Trojan was detected. Call Microsoft Support",
        "<p>The siege of Troy, a myth. Call Microsoft Support",
    ),
    case(
        STOLEN,
        "<p>Your passwords are being stolen. Call Microsoft Support",
        "<p>Passwords and how to choose them. Call Microsoft Support",
    ),
    case(
        SUPPORT,
        "<p>A Trojan was detected. Call Microsoft Support at once",
        "<p>A Trojan was detected. Engineers of Microsoft spoke in May",
    ),
    case(
        KEEP_ON,
        "<p>A Trojan was detected. Do not restart your computer",
        "<p>A Trojan was detected. Restart it when the update is done",
    ),
    case(
        THREAT,
        "<p>A Trojan was detected. You will be arrested",
        "<p>A Trojan was detected. The suspect rested",
    ),
    case(
        SCAN,
        "<p>A Trojan was detected. Quick scan: files scanned 38,214",
        "<p>A Trojan was detected. Scan your old photographs",
    ),
    case(
        NUMBER,
        "<p>A Trojan was detected. Call Microsoft Support: 0808 196 0147",
        "<p>A Trojan was detected. Call Microsoft Support: case 0808",
    ),
    case(
        ERROR_CODE,
        "<title>Alert 0x80073b01</title><p>A Trojan was detected. Call Microsoft Support",
        "<title>Alert of 2019</title><p>A Trojan was detected. Call Microsoft Support",
    ),
    case(
        TRICK,
        "<p>A Trojan was detected. Call Microsoft Support<script>onbeforeunload=f</script>",
        "<p>A Trojan was detected. Call Microsoft Support<script>onload=f</script>",
    ),
    case(
        HARD_TRICK,
        "<p>A Trojan was detected. Call Microsoft Support<audio autoplay src=a.mp3></audio>",
        "<p>A Trojan was detected. Call Microsoft Support<audio controls src=a.mp3></audio>",
    ),
    case(
        HELD,
        "<p>Hívja: +36 1 555 0199<script>document.body.requestFullscreen();onbeforeunload=f;\
         history.pushState(1,'')</script>",
        "<p>Hívja: +36 1 555 0199<script>document.body.requestFullscreen();onbeforeunload=f\
         </script>",
    ),
    case(
        HELD,
        "<p>Microsoft Defender<script>navigator.keyboard.lock();onkeydown=f</script>\
         <audio autoplay src=a.mp3></audio>",
        "<p>Escape Lab<script>navigator.keyboard.lock();onkeydown=f</script>\
         <audio autoplay src=a.mp3></audio>",
    ),
    case(
        KIT,
        "<div id=scan_box2><div id=pro_box><div class='pc_desk quick_scan'>",
        "<div id=scan_box2><div id=scan_box3><div class='pc_desk quick_scan'>",
    ),
    case(
        BARE,
        "<p>A Trojan was detected. Call Microsoft Support",
        "<p>A Trojan was detected. Call Microsoft Support<textarea></textarea>",
    ),
];
