/** The vocabulary of lessons: what an MDX page may use besides Markdown. The page adds the live parts. */
import { Plain, Residual } from './Arms.tsx';
import { DeepDive, Limits, Notes, Pitfall } from './Callouts.tsx';
import { Claims } from './Claims.tsx';
import { Equation } from './Equation.tsx';
import { Measured } from './Measured.tsx';
import { PaperTable } from './PaperTable.tsx';
import { Predict } from './Predict.tsx';
import { PredictChoice, VerdictChoice } from './PredictChoice.tsx';
import { Option, Quiz } from './Quiz.tsx';
import { Section } from './Section.tsx';
import { Setup } from './Setup.tsx';
import { Cite, Quote, Sources } from './Sources.tsx';
import { Term } from './Term.tsx';
import { To } from './To.tsx';
import { Verdict } from './Verdict.tsx';

export const proseComponents = {
  Cite,
  Claims,
  DeepDive,
  Equation,
  Limits,
  Measured,
  Notes,
  Option,
  PaperTable,
  Pitfall,
  Plain,
  Predict,
  PredictChoice,
  Quiz,
  Quote,
  Residual,
  Section,
  Setup,
  Sources,
  Term,
  To,
  Verdict,
  VerdictChoice,
};
