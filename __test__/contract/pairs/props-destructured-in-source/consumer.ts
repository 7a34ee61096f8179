import { fullName, initials } from "./surface";
initials(fullName({ first: "A" })).trim(); fullName({ first: "A", last: "B" });
