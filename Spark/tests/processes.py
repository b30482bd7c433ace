"""The processes of a local cluster, read from /proc: to see their memory, and to kill an executor."""

import os
import threading


def parents():
    """Parent by process id."""
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8") as file:
                    found[int(name)] = int(file.read().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    return found


def below(root):
    """The processes that `root` started, and those that they started."""
    found, every = [root], parents()
    for process in found:
        found += [child for child, parent in every.items() if parent == process]
    return found[1:]


def executors(root):
    """The executors' Java processes below `root`."""
    found = []
    for process in below(root):
        try:
            with open(f"/proc/{process}/cmdline", "rb") as file:
                if b"CoarseGrainedExecutorBackend" in file.read():
                    found.append(process)
        except OSError:
            continue
    return found


def private_kilobytes(process):
    """Memory that is the process's own; pages of the models and the gazetteer are shared by all and left out."""
    try:
        with open(f"/proc/{process}/status", encoding="utf-8") as file:
            return sum(int(line.split()[1]) for line in file if line.startswith("RssAnon:"))
    except OSError:
        return 0


def processor_seconds(root):
    """Processor time of `root`, of all below it, and of those of their children that have ended."""
    ticks = 0
    for process in [root, *below(root)]:
        try:
            with open(f"/proc/{process}/stat", encoding="utf-8") as file:
                ticks += sum(int(field) for field in file.read().rsplit(")", 1)[1].split()[11:15])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


class Watch(threading.Thread):
    """Looks twice a second at the memory of the executors with all that they started; `most` is the largest, in MB."""

    def __init__(self, root):
        super().__init__(daemon=True)
        self.root, self.most, self.ended = root, 0, threading.Event()

    def run(self):
        while not self.ended.wait(0.5):
            for executor in executors(self.root):
                total = sum(private_kilobytes(process) for process in [executor, *below(executor)])
                self.most = max(self.most, total // 1024)
