/** The command line of the script: sweeps, tasks of a cluster's scheduler, Ray. */
export const commandLineCode = String.raw`COLUMNS = ["arm", "seed", "depth", "step", "loss", "accuracy", "grad_first", "grad_last"]


def numbers(text):
    """Whole numbers and ranges: 1-3,7"""
    found = []
    for piece in text.split(","):
        first, _, last = piece.partition("-")
        if not first.isdigit() or not (last or first).isdigit():
            raise argparse.ArgumentTypeError(f"{piece!r} is neither a whole number nor a range such as 1-3")
        found += range(int(first), int(last or first) + 1)
    return found


def run_task(task, options):
    """All rows of one seed at one depth."""
    torch.set_num_threads(options["threads"])
    depth, seed = task
    return list(train(seed, depth, options["steps"], options["fashion"], getattr(torch, options["dtype"]), exact=options["exact"]))


def rounding(task, options):
    """How far PyTorch's float32 and float64 part over the first 20 steps, for each arm; relative where the loss is above 1."""
    torch.set_num_threads(options["threads"])
    depth, seed = task
    steps = min(20, options["steps"] or EXPERIMENT["steps"])
    single, double = ({}, {})
    for found, dtype in ((single, torch.float32), (double, torch.float64)):
        for row in train(seed, depth, steps, options["fashion"], dtype, quiet=True, exact=0):
            found[row["arm"], row["step"]] = row["loss"]
    for arm in EXPERIMENT["arms"]:
        both = [(loss, double[key]) for key, loss in single.items() if key[0] == arm["name"] and key in double]
        apart = max(abs(a - b) / max(1, b) for a, b in both)
        where = f"{arm['name']}, seed {seed}" + ("" if depth is None else f", depth {depth}")
        print(f"{where}: rounding parts the losses by {apart:.1e} in {len(both)} steps")


def run_source(source, task, options):
    """The same on a worker of Ray, which has the text of this script and nothing else."""
    space = {"__name__": "residual_lab"}
    exec(compile(source, "residual_lab.py", "exec"), space)
    return space["run_task"](task, options)


def run_tasks(tasks, options):
    if options["ray"]:
        try:
            import ray
        except ImportError:
            print("Ray is not installed, so the tasks run one after another.", file=sys.stderr)
        else:
            ray.init(ignore_reinit_error=True)
            with open(__file__, encoding="utf-8") as file:
                source = file.read()
            remote = ray.remote(num_cpus=options["threads"])(run_source)
            for waiting in [remote.remote(source, task, options) for task in tasks]:
                yield from ray.get(waiting)
            return
    for task in tasks:
        yield from run_task(task, options)


def cell(value):
    """Numbers in full; a name that a spreadsheet would take for a formula is quoted."""
    if isinstance(value, str):
        return "'" + value if value[:1] in "=+@-\t\r" else value
    return repr(value)


def write(rows, path):
    file = sys.stdout if path == "-" else open(path, "w", newline="", encoding="utf-8")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([cell(row[column]) for column in COLUMNS])
    if path != "-":
        file.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=numbers, default=EXPERIMENT["seeds"], help="such as 1-3,7")
    parser.add_argument("--depths", type=numbers, help="such as 2,10,20: all arms at each of these depths")
    parser.add_argument("--steps", type=int, help=f"instead of {EXPERIMENT['steps']}")
    parser.add_argument("--out", default="losses.csv", help="CSV file, - for the screen")
    parser.add_argument("--dtype", choices=["float32", "float64"], default="float32")
    parser.add_argument("--exact", type=int, help="this many steps of all arms in the page's own arithmetic, float32")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--task", type=int, default=os.environ.get("SLURM_ARRAY_TASK_ID"), help="run this one task alone")
    parser.add_argument("--rounding", action="store_true", help="print how far float32 and float64 part, and stop")
    parser.add_argument("--list", action="store_true", help="print the tasks and stop")
    parser.add_argument("--ray", action="store_true", help="spread the tasks over Ray's workers, where Ray is installed")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--fashion", default=os.path.join(here, "fashion14.bin"), help="the Fashion-MNIST file")
    options = vars(parser.parse_args())
    tasks = [(depth, seed) for depth in options["depths"] or [None] for seed in options["seeds"]]
    if options["list"]:
        for i, (depth, seed) in enumerate(tasks):
            print(f"task {i}: seed {seed}" + ("" if depth is None else f", depth {depth}"))
        return
    if options["rounding"]:
        for task in tasks:
            rounding(task, options)
        return
    path = options["out"]
    if options["task"] is not None:
        if not 0 <= options["task"] < len(tasks):
            parser.error(f"there is no task {options['task']}: {len(tasks)} tasks count from 0")
        tasks = [tasks[options["task"]]]
        # Each task of an array writes a file of its own.
        if path != "-":
            stem, extension = os.path.splitext(path)
            path = f"{stem}-{options['task']:04d}{extension}"
    write(run_tasks(tasks, options), path)


if __name__ == "__main__":
    main()
`;
