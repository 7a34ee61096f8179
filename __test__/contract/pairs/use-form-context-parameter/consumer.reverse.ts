import { useForm } from "./surface";
useForm({ a: 1 }, { step: 2 }).context.step.toFixed();
