import { Button, IconButton } from "./surface";
export const a = <Button tone="danger" onPress={() => {}}>x</Button>;
export const b = <IconButton icon="x" key="1" />;
