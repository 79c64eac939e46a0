"""Jobs: list, show, cancel."""

from flask.views import MethodView
from flask_jwt_extended import current_user

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.login import login_required
from bookanalysis.models import Job
from bookanalysis.models.job import find_jobs
from bookanalysis.models.paging import paginate
from bookanalysis.schemas.base import PageQuerySchema, one, page_of
from bookanalysis.schemas.jobs import JobQuerySchema, JobSchema
from bookanalysis.services.jobs import cancel_job
from bookanalysis.services.ownership import own

jobs = Blueprint("jobs", __name__, url_prefix="/api/jobs", description="Background runs")


@jobs.route("/")
class Jobs(MethodView):
    @login_required
    @jobs.arguments(JobQuerySchema, location="query")
    @jobs.arguments(PageQuerySchema, location="query")
    @jobs.response(200, page_of(JobSchema, messages.JOBS_LISTED))
    def get(self, query, page):
        """List your jobs"""
        return paginate(find_jobs(current_user.id, **query), **page)


@jobs.route("/<uuid:job_id>/")
class JobDetails(MethodView):
    @login_required
    @jobs.response(200, one(JobSchema, messages.JOB_SHOWN))
    @jobs.alt_response(404, description="You have no such job")
    def get(self, job_id):
        """Tell how far a job is"""
        return own(Job, job_id)


@jobs.route("/<uuid:job_id>/cancel/")
class JobCancel(MethodView):
    @login_required
    @jobs.response(200, one(JobSchema, messages.JOB_CANCELLED))
    @jobs.alt_response(404, description="You have no such job")
    @jobs.alt_response(409, description="The job has ended, or sends an e-mail")
    def post(self, job_id):
        """Cancel the reading of a book; what was read so far stays"""
        return cancel_job(own(Job, job_id))
