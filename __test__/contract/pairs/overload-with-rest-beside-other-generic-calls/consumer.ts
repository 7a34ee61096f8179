import { dropWhile } from "./surface";
dropWhile((one: { id: string }) => one.id === "", [{ id: "a" }]).map(({ id }) => id);
dropWhile((one: string) => one === "").trim();
