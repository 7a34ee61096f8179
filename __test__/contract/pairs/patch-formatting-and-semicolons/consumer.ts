import { genres, search, type Track } from "./surface";
const t: Track = { title: "x", artist: "y" };
search(t.title, { limit: 1 }).then(l => l.map(x => x.year)); genres.includes("jazz");
