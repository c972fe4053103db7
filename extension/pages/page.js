// The one loader of all our pages: names the language, then lets the engine
// (src/browser/pages) fill <main>. Where the engine cannot run, the page still
// says what matters.
import init, { page } from "../ringfence.js";

const { dataset } = document.body;
const say = (id) => chrome.i18n.getMessage(id);

document.documentElement.lang = say("page_language");
document.documentElement.dir = say("page_direction");
document.title = say(dataset.title);

function broken(reason) {
  console.error("Ringfence:", reason.error ?? reason);
  document.getElementById("trouble").textContent = say(dataset.broken);
}

addEventListener("error", broken);
init()
  .then(() => page(dataset.page))
  .catch(broken);
