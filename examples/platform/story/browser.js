import { chromium } from "playwright-core";

/** A real Chromium. `FEDSEAL_CHROMIUM` says where it is. */
export async function launch() {
  return chromium.launch({
    executablePath: process.env.FEDSEAL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
}

/**
 * A person's own browser profile, signed in at the platform.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {{ shell: string, user: { name: string, password: string }, path?: string }} options
 *   The page has `told`: errors of its console; and `answered`: addresses in the order of their answers.
 */
export async function signIn(browser, { shell, user, path = "/" }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.told = [];
  page.on("console", (message) => message.type() === "error" && page.told.push(message.text()));
  page.on("pageerror", (error) => page.told.push(String(error)));
  page.answered = [];
  page.on("response", (response) => page.answered.push(response.url()));
  await page.goto(`${shell}${path}`);
  await page.getByLabel("Name").fill(user.name);
  await page.getByLabel("Password").fill(user.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  return page;
}
