import { book, summary } from "./surface";
const { from, to } = summary(); book({ id: from + to });
