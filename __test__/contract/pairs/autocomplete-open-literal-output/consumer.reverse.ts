import { currentTheme } from "./surface";
const t: string = currentTheme(); t.trim(); if (currentTheme() === "dark") t.trim();
