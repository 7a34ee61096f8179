import { Dialog, Chart } from "./surface";
export const d = <Dialog open onClose={() => {}}><Chart points={[1]} /></Dialog>;
