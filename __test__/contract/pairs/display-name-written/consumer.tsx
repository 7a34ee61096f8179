import { Spinner } from "./surface";
export const a = <Spinner size="m" />; export const all = [Spinner].map(S => <S key="1" />);
