const form = document.querySelector("#tamper");
const sides = ["stock", "sealed", "signed"].map((name) => {
  const section = document.querySelector(`#${name}`);
  return {
    name,
    outcome: section.querySelector(".outcome"),
    frame: section.querySelector("iframe"),
    pressed: false,
  };
});

/** What the server says: see `../demo.js`. */
let state;
/** How often the frames were loaded. */
let run = 0;

/** Asks the server, and loads all frames with what it serves from now on. */
async function ask(method, body) {
  const response = await fetch("api/tamper", { method, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  state = await response.json();
  run += 1;
  showChoices();
  showServed();
  for (const side of sides) {
    side.pressed = false;
    show(side, "waiting", "Loading …");
    // Not `src`, which would add to the history: "back" is to leave this page.
    side.frame.contentWindow.location.replace(`${state.sides[side.name].host}?run=${run}`);
  }
}

function showChoices() {
  const { active, choices } = state;
  const list = document.querySelector("#choices");
  if (list.childElementCount === 0) list.append(...choices.map(choiceOf));
  for (const { id } of choices) {
    const input = document.querySelector(`#choice-${id}`);
    if (id === active) input.checked = true;
    input.closest(".choice").classList.toggle("active", id === active);
  }
  document.querySelector("#restore").disabled = active === null;
}

function choiceOf({ id, title, text }, index) {
  const input = Object.assign(document.createElement("input"), {
    type: "radio",
    name: "choice",
    id: `choice-${id}`,
    value: id,
    checked: index === 0,
  });
  const name = Object.assign(document.createElement("strong"), { id: `name-${id}`, textContent: title });
  const about = Object.assign(document.createElement("span"), { id: `about-${id}`, textContent: text });
  // The whole card can be clicked; what is read aloud is the name, and then the description.
  input.setAttribute("aria-labelledby", name.id);
  input.setAttribute("aria-describedby", about.id);
  const choice = Object.assign(document.createElement("label"), { className: "choice" });
  choice.append(input, name, about);
  return choice;
}

function showServed() {
  const { files } = state.sides.sealed;
  const text = files.length === 0 ? "Serving the real files." : `Serving tampered bytes: ${files.join(", ")}`;
  document.querySelector("#served").textContent = text;
}

/** Looks into a frame, which is of this page's origin, and says what happened there. */
function look(side) {
  const page = side.frame.contentWindow;
  // Until the frame has the page that was asked for last, it shows the one before.
  if (page.location.search !== `?run=${run}`) return;
  const { document } = page;
  if (!document.body) return;
  // As high as what it shows: nobody has to scroll in a frame to read why.
  side.frame.style.height = `${Math.max(240, document.body.offsetHeight)}px`;
  const style = page.getComputedStyle(document.documentElement).getPropertyValue("--tampered");
  // The added code says itself that it ran.
  const ran = [...(page.tampered ?? []), ...(style ? [JSON.parse(style)] : [])];
  const [refused] = [...document.querySelectorAll("[data-code]")].map((notice) => notice.dataset);
  const button = document.querySelector(".shop-button");
  const lazy = state.choices.some(({ id, lazy }) => id === state.active && lazy);

  const file = refused?.url?.replace(state.sides[side.name].remote, "") ?? "";
  if (refused) show(side, "refused", `Refused: ${refused.code} ${file}`);
  if (ran.length > 0)
    show(side, "ran", `Ran ${ran.length} tampered ${ran.length === 1 ? "file" : "files"}: ${ran.join(", ")}`);
  if (refused || ran.length > 0) return;
  if (button && lazy && !side.pressed) {
    side.pressed = true;
    button.click();
  } else if (button && state.active === null) {
    show(side, "works", "Works: runs the shop's own code");
  } else if (document.querySelector(".shell-notice")) {
    show(side, "failed", "Failed: the shop could not be loaded");
  }
}

/** Only what is new: a status is read aloud when it is written. */
function show({ outcome }, kind, text) {
  if (outcome.textContent === text) return;
  outcome.dataset.kind = kind;
  outcome.textContent = text;
}

function failed(error) {
  document.querySelector("#served").textContent = `This page's server cannot be reached: ${error.message}`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask("PUT", { choice: new FormData(form).get("choice") }).catch(failed);
});
document.querySelector("#restore").addEventListener("click", () => ask("DELETE").catch(failed));

ask("GET").catch(failed);
// A lazy chunk is loaded when somebody presses a button in a frame, so that there is no last moment to look.
setInterval(() => {
  for (const side of sides) if (run > 0) look(side);
}, 150);
