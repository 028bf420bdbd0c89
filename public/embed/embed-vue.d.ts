// Types of <investchn-zone>, generated from the element's contract (docs/embedding.md). Copy the file into your project.
// For templates of Vue 3. Needs embed.d.ts beside it.

import type { HTMLAttributes, ReservedProps } from "vue";
import type { InvestchnErrorDetail, InvestchnLoadDetail, InvestchnZoneAttributes } from "./embed";

interface Events {
  onInvestchnLoad?: ((event: CustomEvent<InvestchnLoadDetail>) => void) | undefined;
  onInvestchnError?: ((event: CustomEvent<InvestchnErrorDetail>) => void) | undefined;
}

declare module "vue" {
  interface GlobalComponents {
    "investchn-zone": new () => { $props: HTMLAttributes & ReservedProps & InvestchnZoneAttributes & Events };
  }
}
