import { createRef } from "react";
import { Field } from "./surface";
const ref = createRef<HTMLInputElement>();
export const view = <Field name="a" ref={ref} />;
