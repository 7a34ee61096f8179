import type { ComponentProps } from "react"; import Card from "./surface";
const p: ComponentProps<typeof Card> = { title: "x", footer: <i /> };
export const a = <><Card {...p} /><Card title="t">a{1}</Card></>;
