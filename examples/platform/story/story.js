import { launch } from "./browser.js";
import { SCENES } from "./scenes.js";

/** Plays all scenes in a real browser, and says what happened. */
export async function tellStory({ platform, say }) {
  const browser = await launch();
  try {
    const stage = { platform, browser, pages: {} };
    for (const [title, play] of SCENES) {
      delete stage.note;
      await play(stage);
      say(`✓ ${title}${stage.note === undefined ? "" : ` (${stage.note})`}`);
    }
  } finally {
    await browser.close();
  }
}
