// Loads the engine; src/browser/pages/try_it.rs does the rest.
import init, { try_it } from "./ringfence.js";

init()
  .then(() => try_it())
  .catch((reason) => {
    console.error(reason);
    document.getElementById("trouble").textContent =
      "The engine could not be loaded. Open this page through ./build.sh serve, not as a file.";
  });
