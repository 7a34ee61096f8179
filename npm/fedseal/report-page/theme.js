// Light or dark: as the system has it, until the button says otherwise. Nothing is stored.
const button = document.getElementById("theme");
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : system.matches;
};

const changed = () => {
  button.setAttribute("aria-pressed", String(isDark()));
  document.dispatchEvent(new Event("report:colours"));
};

button.addEventListener("click", () => {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  changed();
});
system.addEventListener("change", changed);
changed();
