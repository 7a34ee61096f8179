import { Form } from "./surface";
export const view = <Form onSave={() => {}} />;
