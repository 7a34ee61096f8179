import { Menu } from "./surface";
export const v = <Menu items={["a"]} onClose={reason => {
  switch (reason) {
    case "escape": return console.log(1);
    case "outside": return console.log(2);
    default: { const never: never = reason; throw new Error(never); }
  }
}} />;
