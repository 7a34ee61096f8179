import { useDisclosure } from "./surface";
const [isOpen, { open, close }] = useDisclosure(false);
const t: readonly [boolean, { open(): void }] = useDisclosure();
if (isOpen) close(); else open(); t[1].open();
