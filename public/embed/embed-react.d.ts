// Types of <investchn-zone>, generated from the element's contract (docs/embedding.md). Copy the file into your project.
// For React 19. Needs embed.d.ts beside it.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { InvestchnErrorDetail, InvestchnLoadDetail, InvestchnZoneAttributes, InvestchnZoneElement } from "./embed";

interface Events {
  "oninvestchn-load"?: ((event: CustomEvent<InvestchnLoadDetail>) => void) | undefined;
  "oninvestchn-error"?: ((event: CustomEvent<InvestchnErrorDetail>) => void) | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "investchn-zone": DetailedHTMLProps<HTMLAttributes<InvestchnZoneElement>, InvestchnZoneElement> & InvestchnZoneAttributes & Events;
    }
  }
}
