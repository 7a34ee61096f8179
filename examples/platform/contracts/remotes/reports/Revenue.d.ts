import { type ReactNode } from "react";

/** What the organization sold: filtered and grouped as the URL says, so that a report can be sent to somebody. */
export default function Revenue(): ReactNode;
