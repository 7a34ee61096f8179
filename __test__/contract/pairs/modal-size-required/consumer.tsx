import { Modal } from "./surface";
export const a = <Modal open onDismiss={() => {}} />;
