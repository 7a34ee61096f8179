import { type ReactNode } from "react";

/** The organization's products, to read and to change, through the API of this remote's own. */
export default function Products(): ReactNode;
