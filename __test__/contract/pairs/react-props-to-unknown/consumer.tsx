import { Form } from "./surface";
export const form = <Form onSave="s" title="t" />;
