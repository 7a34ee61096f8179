import { Modal, useModalCount, type ModalProps } from "./surface";
const props: ModalProps = { title: "t", onClose() {}, onOpen: () => useModalCount() };
export const asIs: ModalProps = { ...props };
class Host { title = "x"; onClose() { this.title = ""; } }
export const v = <><Modal {...props} /><Modal title="b" onClose={() => {}} /><Modal title="c" onClose={new Host().onClose} onOpen={undefined} /></>;
