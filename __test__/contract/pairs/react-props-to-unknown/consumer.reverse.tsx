import { Form } from "./surface";
export const form = <Form />;
