import { Button, ButtonRow, type ButtonTone } from "./surface";
const tone: ButtonTone = "accent";
export const view = <ButtonRow><Button tone={tone} onPress={e => e.currentTarget.blur()}>Save</Button></ButtonRow>;
