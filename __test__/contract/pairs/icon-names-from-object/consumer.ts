import { iconNames, iconPath, type IconName } from "./surface";
const n: IconName = "cart"; iconPath(n).trim(); iconNames().map((x) => { switch (x) { case "cart": return 1; case "user": return 2; case "search": return 3; } }).map((x) => x.toFixed());
