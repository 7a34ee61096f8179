import { createRef } from "react";
import { Field } from "./surface";
const ref = createRef<HTMLTextAreaElement>();
export const view = <Field name="a" ref={ref} />;
