import { useToggle } from "./surface";
const [on, toggle] = useToggle(true); toggle(!on); toggle();
