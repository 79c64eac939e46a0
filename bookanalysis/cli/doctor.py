"""`flask doctor`: what is well, what is not, and what to do about it."""

import click


@click.command()
@click.option("--ask", is_flag=True, help="Also ask the reader one small question, which a model charges.")
def doctor(ask: bool) -> None:
    """Check the settings and every service that the program needs.

    Exits with 0 when all is well, 1 when something is not.
    """
    # It loads what other commands do without.
    from bookanalysis.doctor import examine  # noqa: PLC0415

    is_well = True
    for finding in examine(ask):
        subject = f"{finding.subject.en} · {finding.subject.ar}"
        if finding.trouble is None:
            click.echo(f"{click.style('ok', fg='green')}  {subject}  {finding.detail}".rstrip())
            continue
        is_well = False
        click.echo(f"{click.style('!!', fg='red')}  {subject}  {finding.trouble.error_code}")
        click.echo(f"    {finding.trouble.en}\n    {finding.trouble.ar}")
    raise SystemExit(0 if is_well else 1)
